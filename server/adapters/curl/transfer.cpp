#include "adapters/curl/transfer.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace nightlight::adapters {
namespace {

constexpr long connect_seconds_max = 10;

// The host name of the sender's address stands in the greeting: this machine's own is nobody's business.
std::string url_of(const curl_post_options& o) {
  const std::string scheme = o.smtp_security == mail_security::tls ? "smtps://" : "smtp://";
  const bool v6 = o.smtp_host.find(':') != std::string::npos;
  const std::string host = v6 ? "[" + o.smtp_host + "]" : o.smtp_host;
  return scheme + host + ":" + std::to_string(o.smtp_port) + "/" + o.mail_from.substr(o.mail_from.find('@') + 1);
}

// A reply that trying again does not change (RFC 5321, 4.2.1), about the letter or its recipient: not about the
// commands, and not about whether we may use the server.
bool is_refused_for_good(CURLcode code, long answered) {
  constexpr long permanent = 500;
  constexpr long hundred = 100;
  constexpr long ten = 10;
  const bool about_us = answered / ten == 50 || answered / ten == 53;
  return code != CURLE_LOGIN_DENIED && answered / hundred == permanent / hundred && !about_us;
}

}  // namespace

void transfer::prepare(const curl_post_options& options) {
  const auto seconds_max = static_cast<long>(options.delivery_max.count());
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT, seconds_max);
  set(CURLOPT_CONNECTTIMEOUT, std::min(seconds_max, connect_seconds_max));
  set(CURLOPT_PROXY, "");
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!options.ca_file.empty()) set(CURLOPT_CAINFO, options.ca_file.c_str());
  set(CURLOPT_FORBID_REUSE, 1L);
  set(CURLOPT_WRITEFUNCTION, &transfer::discard);
}

transfer::transfer(const letter& what, const curl_post_options& options, post::completion done)
    : payload_(what.text), is_mail_(true), done_(std::move(done)) {
  prepare(options);
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_URL, url_of(options).c_str());
  if (options.smtp_security == mail_security::starttls) set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  if (!options.smtp_user.empty()) {
    set(CURLOPT_USERNAME, options.smtp_user.c_str());
    set(CURLOPT_PASSWORD, options.smtp_password.c_str());
  }
  set(CURLOPT_MAIL_FROM, ("<" + options.mail_from + ">").c_str());
  list_.reset(curl_slist_append(nullptr, ("<" + what.to + ">").c_str()));
  set(CURLOPT_MAIL_RCPT, list_.get());
  set(CURLOPT_UPLOAD, 1L);
  set(CURLOPT_READFUNCTION, &transfer::read);
  set(CURLOPT_READDATA, this);
}

transfer::transfer(const webhook_call& what, const curl_post_options& options, post::completion done)
    : payload_(what.body), is_mail_(false), done_(std::move(done)) {
  prepare(options);
  set(CURLOPT_PROTOCOLS_STR, "https,http");
  set(CURLOPT_URL, what.url.c_str());
  set(CURLOPT_USERAGENT, "nightlight");
  curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
  headers = curl_slist_append(headers, ("Nightlight-Signature: " + what.signature).c_str());
  list_.reset(headers);
  set(CURLOPT_HTTPHEADER, list_.get());
  set(CURLOPT_POSTFIELDSIZE, static_cast<long>(payload_.size()));
  set(CURLOPT_POSTFIELDS, payload_.c_str());
}

std::size_t transfer::read(char* out, std::size_t size, std::size_t count, void* self) {
  auto& t = *static_cast<transfer*>(self);
  const std::size_t n = std::min(size * count, t.payload_.size() - t.read_);
  std::memcpy(out, t.payload_.data() + t.read_, n);
  t.read_ += n;
  return n;
}

// libcurl's own words for the kind of failure, and the other side's number: neither quotes what was sent.
void transfer::ended(CURLcode code) {
  long answered = 0;
  curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &answered);
  constexpr long hundred = 100;
  const bool taken = code == CURLE_OK && (is_mail_ || answered / hundred == 2);
  std::string why;
  if (!taken) why = code == CURLE_OK ? "refused" : curl_easy_strerror(code);
  if (!taken && answered != 0) why += ", answered " + std::to_string(answered);
  done_({taken, std::move(why), !taken && is_mail_ && is_refused_for_good(code, answered)});
}

}  // namespace nightlight::adapters
