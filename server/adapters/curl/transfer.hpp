// One letter or one call as libcurl carries it: its handle, what the handle points at, and who is told.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

#include "adapters/curl/curl_post.hpp"

namespace nightlight::adapters {

class transfer {
 public:
  transfer(const letter& what, const curl_post_options& options, post::completion done);
  transfer(const webhook_call& what, const curl_post_options& options, post::completion done);
  transfer(const transfer&) = delete;
  transfer& operator=(const transfer&) = delete;

  CURL* handle() const { return handle_.get(); }
  void ended(CURLcode code);  // tells
  void dropped(const char* why) { done_({false, why}); }

 private:
  void prepare(const curl_post_options& options);
  template <class Value>
  void set(CURLoption what, Value value) {
    curl_easy_setopt(handle(), what, value);
  }
  static std::size_t read(char* out, std::size_t size, std::size_t count, void* self);
  static std::size_t discard(char*, std::size_t size, std::size_t count, void*) { return size * count; }

  struct closer {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  std::unique_ptr<CURL, closer> handle_{curl_easy_init()};
  std::unique_ptr<curl_slist, closer> list_;  // recipients, or headers
  std::string payload_;
  std::size_t read_ = 0;
  bool is_mail_;
  post::completion done_;
};

}  // namespace nightlight::adapters
