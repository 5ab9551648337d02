#include "adapters/curl/curl_post.hpp"

#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "adapters/curl/transfer.hpp"

namespace nightlight::adapters {
namespace {

constexpr std::size_t under_way_max = 64;
constexpr int poll_ms_max = 1000;

void start_curl_once() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  (void)started;
}

}  // namespace

class curl_post::carrier {
 public:
  explicit carrier(curl_post_options options) : options_(std::move(options)) {
    start_curl_once();
    multi_.reset(curl_multi_init());
    thread_ = std::thread([this] { run(); });
  }
  ~carrier() { stop(); }

  const curl_post_options& options() const { return options_; }

  void take(std::unique_ptr<transfer> t) {
    {
      const std::lock_guard lock(mutex_);
      if (!stopping_ && held_ < under_way_max) {
        ++held_;
        waiting_.push_back(std::move(t));
      }
    }
    if (t) return t->dropped("too much is under way");
    curl_multi_wakeup(multi_.get());
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    curl_multi_wakeup(multi_.get());
    if (thread_.joinable()) thread_.join();
  }

 private:
  // False: it is to stop.
  bool begin_what_waits() {
    std::vector<std::unique_ptr<transfer>> taken;
    bool stopping = false;
    {
      const std::lock_guard lock(mutex_);
      taken.swap(waiting_);
      stopping = stopping_;
    }
    for (auto& t : taken) {
      CURL* handle = t->handle();
      curl_multi_add_handle(multi_.get(), handle);
      carried_.emplace(handle, std::move(t));
    }
    return !stopping;
  }

  std::unique_ptr<transfer> take_back(CURL* handle) {
    curl_multi_remove_handle(multi_.get(), handle);
    auto t = std::move(carried_.extract(handle).mapped());
    const std::lock_guard lock(mutex_);
    --held_;
    return t;
  }

  void run() {
    while (begin_what_waits()) {
      int running = 0;
      curl_multi_perform(multi_.get(), &running);
      int left = 0;
      while (const CURLMsg* told = curl_multi_info_read(multi_.get(), &left)) {
        const CURLcode code = told->data.result;
        take_back(told->easy_handle)->ended(code);
      }
      curl_multi_poll(multi_.get(), nullptr, 0, poll_ms_max, nullptr);
    }
    while (!carried_.empty()) take_back(carried_.begin()->first)->dropped("the server stops");
  }

  struct closer {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
  };
  const curl_post_options options_;
  std::unique_ptr<CURLM, closer> multi_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<transfer>> waiting_;
  std::size_t held_ = 0;
  bool stopping_ = false;
  std::map<CURL*, std::unique_ptr<transfer>> carried_;  // the thread's own
  std::thread thread_;
};

curl_post::curl_post(curl_post_options options) : carrier_(std::make_unique<carrier>(std::move(options))) {}

curl_post::~curl_post() = default;

void curl_post::stop() { carrier_->stop(); }

void curl_post::deliver(letter what, completion done) {
  if (carrier_->options().smtp_host.empty()) return done({false, "no mail server is configured"});
  carrier_->take(std::make_unique<transfer>(what, carrier_->options(), std::move(done)));
}

void curl_post::call(webhook_call what, completion done) {
  carrier_->take(std::make_unique<transfer>(what, carrier_->options(), std::move(done)));
}

}  // namespace nightlight::adapters
