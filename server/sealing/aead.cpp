#include "sealing/aead.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <cassert>
#include <cstdlib>

#include "sealing/random.hpp"

namespace nightlight::sealing {
namespace {

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

void must(int outcome) {
  if (outcome != 1) std::abort();
}

// Fetched once and kept for the life of the process: the look-up costs more than sealing a message.
const EVP_CIPHER* algorithm() {
  static const EVP_CIPHER* const fetched = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  return fetched;
}

}  // namespace

void aead::context_free::operator()(evp_cipher_ctx_st* context) const { EVP_CIPHER_CTX_free(context); }

aead::aead() : context_(EVP_CIPHER_CTX_new()) {
  must(context_ && EVP_CipherInit_ex2(context_.get(), algorithm(), nullptr, nullptr, 1, nullptr));
}

std::string aead::seal(const secret_key& key, std::string_view nonce, std::string_view aad, std::string_view words) {
  assert(nonce.size() == nonce_size);
  EVP_CIPHER_CTX* const context = context_.get();
  std::string sealed(words.size() + tag_size, '\0');
  int written = 0;
  must(EVP_EncryptInit_ex2(context, nullptr, key.bytes(), raw(nonce), nullptr));
  must(EVP_EncryptUpdate(context, nullptr, &written, raw(aad), static_cast<int>(aad.size())));
  must(EVP_EncryptUpdate(context, raw(sealed), &written, raw(words), static_cast<int>(words.size())));
  must(EVP_EncryptFinal_ex(context, raw(sealed) + written, &written));
  must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, tag_size, raw(sealed) + words.size()));
  return sealed;
}

result<std::string> aead::open(const secret_key& key, std::string_view nonce, std::string_view aad,
                               std::string_view sealed) {
  if (nonce.size() != nonce_size || sealed.size() < tag_size) return failure::corrupt;
  EVP_CIPHER_CTX* const context = context_.get();
  std::string words(sealed.size() - tag_size, '\0');
  std::string tag(sealed.substr(words.size()));
  int written = 0;
  must(EVP_DecryptInit_ex2(context, nullptr, key.bytes(), raw(nonce), nullptr));
  must(EVP_DecryptUpdate(context, nullptr, &written, raw(aad), static_cast<int>(aad.size())));
  must(EVP_DecryptUpdate(context, raw(words), &written, raw(sealed), static_cast<int>(words.size())));
  must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tag_size, tag.data()));
  if (EVP_DecryptFinal_ex(context, raw(words) + written, &written) != 1) {
    OPENSSL_cleanse(words.data(), words.size());  // not authentic: nobody may see it
    return failure::corrupt;
  }
  return words;
}

std::string seal_box(const secret_key& key, std::string_view aad, std::string_view words) {
  std::string box = random_bytes(nonce_size);
  box += aead{}.seal(key, box, aad, words);
  return box;
}

result<std::string> open_box(const secret_key& key, std::string_view aad, std::string_view box) {
  if (box.size() < nonce_size + tag_size) return failure::corrupt;
  return aead{}.open(key, box.substr(0, nonce_size), aad, box.substr(nonce_size));
}

}  // namespace nightlight::sealing
