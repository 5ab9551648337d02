// Makes a certificate for "localhost" and its key, signed by itself, while the test runs.
#pragma once

#include <filesystem>

namespace nightlight::tests {

// Writes both as PEM, replacing what is there.
void write_certificate(const std::filesystem::path& certificate, const std::filesystem::path& key, long serial);

}  // namespace nightlight::tests
