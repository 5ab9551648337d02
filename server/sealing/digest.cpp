#include "sealing/digest.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <cassert>
#include <cstdlib>
#include <memory>

namespace nightlight::sealing {
namespace {

constexpr std::size_t digest_size = 32;

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

// What OpenSSL cannot do with good arguments is lack of memory or a broken installation: nothing to carry on with.
void must(int outcome) {
  if (outcome != 1) std::abort();
}

struct free_context {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

// Algorithms are fetched once and kept for the life of the process: a look-up costs more than the digest.
const EVP_MD* sha256_algorithm() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

EVP_MAC_CTX* hmac_context() {
  static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  static thread_local const std::unique_ptr<EVP_MAC_CTX, free_context> context = [] {
    std::unique_ptr<EVP_MAC_CTX, free_context> made{EVP_MAC_CTX_new(algorithm)};
    char name[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                                     OSSL_PARAM_construct_end()};
    must(made && EVP_MAC_CTX_set_params(made.get(), parameters));
    return made;
  }();
  return context.get();
}

}  // namespace

std::string sha256(std::string_view bytes) {
  static thread_local const std::unique_ptr<EVP_MD_CTX, free_context> context{EVP_MD_CTX_new()};
  std::string digest(digest_size, '\0');
  must(EVP_DigestInit_ex2(context.get(), sha256_algorithm(), nullptr));
  must(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()));
  must(EVP_DigestFinal_ex(context.get(), raw(digest), nullptr));
  return digest;
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::string code(digest_size, '\0');
  std::size_t size = 0;
  EVP_MAC_CTX* context = hmac_context();
  // An empty key must still be given: without one OpenSSL would go on with the key of the call before.
  static constexpr unsigned char no_key = 0;
  must(EVP_MAC_init(context, key.empty() ? &no_key : raw(key), key.size(), nullptr));
  must(EVP_MAC_update(context, raw(message), message.size()));
  must(EVP_MAC_final(context, raw(code), &size, code.size()));
  return code;
}

std::string hkdf_sha256(std::string_view secret, std::string_view salt, std::string_view purpose, std::size_t size) {
  assert(size >= 1 && size <= 255 * digest_size);
  std::string prk = hmac_sha256(salt, secret);
  std::string derived;
  std::string block;
  for (unsigned char round = 1; derived.size() < size; ++round) {
    block.append(purpose);
    block.push_back(static_cast<char>(round));
    std::string next = hmac_sha256(prk, block);
    derived.append(next);
    OPENSSL_cleanse(block.data(), block.size());
    block = std::move(next);
  }
  OPENSSL_cleanse(prk.data(), prk.size());
  OPENSSL_cleanse(block.data(), block.size());
  OPENSSL_cleanse(derived.data() + size, derived.size() - size);
  derived.resize(size);
  return derived;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace nightlight::sealing
