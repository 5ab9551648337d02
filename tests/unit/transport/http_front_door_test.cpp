// Origins, addresses, buckets and files: the small pure parts of the front door.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_directory.hpp"
#include "transport/admission.hpp"
#include "transport/client_address.hpp"
#include "transport/origin.hpp"
#include "transport/response_headers.hpp"
#include "transport/static_files.hpp"

namespace nightlight::transport {
namespace {

using namespace std::chrono_literals;

site ours() { return *site::make({"https://circle.example.org", "http://localhost:8080"}, {"127.0.0.1:8080"}); }

http_request with(std::vector<http_field> fields) {
  http_request request;
  request.method = "GET";
  request.path = "/";
  request.fields = std::move(fields);
  return request;
}

std::string_view value_of(const http_response& response, std::string_view name) {
  for (const http_field& f : response.fields) {
    if (f.name == name) return f.value;
  }
  return "";
}

TEST(origin, only_the_exact_one_is_allowed) {
  const site s = ours();
  EXPECT_TRUE(s.allows_origin("https://circle.example.org"));
  EXPECT_TRUE(s.allows_origin("http://localhost:8080"));
  for (const char* other :
       {"null", "", "http://circle.example.org", "https://circle.example.org:444", "https://circle.example.org/",
        "https://circle.example.org.evil.example", "https://evil-circle.example.org", "https://example.org",
        "https://CIRCLE.example.org", "https://circle.example.org:443", "https://circle.example.org#", "file://",
        "https://circle.example.org,https://evil.example", "http://localhost", "https://localhost:8080",
        "https://c\xd1\x96rcle.example.org", "https://circle.example.org evil", "HTTPS://circle.example.org"}) {
    EXPECT_FALSE(s.allows_origin(other)) << other;
  }
}

TEST(origin, a_configured_origin_has_the_form_a_browser_sends) {
  for (const char* bad :
       {"circle.example.org", "https://circle.example.org/", "https://", "null", "*", "https://circle.example.org:443",
        "http://a:80", "https://Circle.example.org", "ftp://a", "https://a/b", "https://*.example.org", "https://a:"}) {
    EXPECT_FALSE(site::make({bad}, {})) << bad;
  }
  EXPECT_TRUE(site::make({"http://[::1]:8080", "https://a-b.example:8443"}, {}));
}

TEST(origin, hosts_are_those_of_the_origins_and_the_extra_ones) {
  const site s = ours();
  for (const char* known :
       {"circle.example.org", "Circle.Example.Org", "circle.example.org:443", "localhost:8080", "127.0.0.1:8080"}) {
    EXPECT_TRUE(s.knows_host(known)) << known;
  }
  for (const char* unknown : {"", "localhost", "localhost:8081", "evil.example", "circle.example.org.", "127.0.0.1"}) {
    EXPECT_FALSE(s.knows_host(unknown)) << unknown;
  }
}

TEST(origin, a_request_is_from_our_page_by_its_origin_or_by_its_fetch_site) {
  const site s = ours();
  EXPECT_TRUE(s.from_own_page(with({})));
  EXPECT_TRUE(s.from_own_page(with({{"origin", "http://localhost:8080"}})));
  EXPECT_TRUE(s.from_own_page(with({{"sec-fetch-site", "same-origin"}})));
  EXPECT_FALSE(s.from_own_page(with({{"origin", "null"}})));
  EXPECT_FALSE(s.from_own_page(with({{"origin", ""}})));
  EXPECT_FALSE(s.from_own_page(with({{"origin", "http://localhost:8080"}, {"origin", "http://localhost:8080"}})));
  for (const char* elsewhere : {"cross-site", "same-site", "none", ""}) {
    EXPECT_FALSE(s.from_own_page(with({{"sec-fetch-site", elsewhere}}))) << elsewhere;
  }
}

TEST(client_address, networks_hold_what_shares_their_first_bits) {
  const auto at = [](const char* text) { return boost::asio::ip::make_address(text); };
  EXPECT_TRUE(network::parse("10.0.0.0/8")->contains(at("10.255.1.2")));
  EXPECT_FALSE(network::parse("10.0.0.0/8")->contains(at("11.0.0.1")));
  EXPECT_TRUE(network::parse("192.168.4.0/22")->contains(at("192.168.7.255")));
  EXPECT_FALSE(network::parse("192.168.4.0/22")->contains(at("192.168.8.0")));
  EXPECT_TRUE(network::parse("127.0.0.1")->contains(at("::ffff:127.0.0.1")));
  EXPECT_TRUE(network::parse("2001:db8::/32")->contains(at("2001:db8:1::1")));
  EXPECT_FALSE(network::parse("::1")->contains(at("::2")));
  for (const char* bad : {"", "10.0.0.0/33", "::/129", "a.b", "10.0.0.0/", "10.0.0.0/8x", "10.0.0.0/-1"}) {
    EXPECT_FALSE(network::parse(bad)) << bad;
  }
}

TEST(client_address, forwarded_addresses_count_only_from_a_declared_proxy) {
  const auto proxy = boost::asio::ip::make_address("10.0.0.1");
  const auto stranger = boost::asio::ip::make_address("203.0.113.9");
  const std::vector<network> proxies{*network::parse("10.0.0.0/24")};
  const http_request forwarded =
      with({{"x-forwarded-for", "198.51.100.1, 203.0.113.7"}, {"x-forwarded-proto", "https"}});
  EXPECT_EQ(client_of(forwarded, stranger, false, proxies).address, stranger);
  EXPECT_FALSE(client_of(forwarded, stranger, false, proxies).secure);
  EXPECT_EQ(client_of(forwarded, proxy, false, proxies).address.to_string(), "203.0.113.7");
  EXPECT_TRUE(client_of(forwarded, proxy, false, proxies).secure);
  EXPECT_FALSE(client_of(with({{"x-forwarded-for", "198.51.100.1"}}), proxy, false, proxies).secure);
  const http_request chain = with({{"x-forwarded-for", "1.1.1.1"}, {"x-forwarded-for", "203.0.113.7, 10.0.0.2"}});
  EXPECT_EQ(client_of(chain, proxy, false, proxies).address.to_string(), "203.0.113.7");
  EXPECT_EQ(client_of(with({{"x-forwarded-for", "8.8.8.8, rubbish"}}), proxy, false, proxies).address, proxy);
}

TEST(client_address, plain_words_stay_on_this_machine) {
  const auto loopback = boost::asio::ip::make_address("127.0.0.1");
  const auto far = boost::asio::ip::make_address("203.0.113.9");
  EXPECT_TRUE(may_speak({loopback, false}, loopback));
  EXPECT_TRUE(may_speak({far, true}, far));
  EXPECT_TRUE(may_speak({far, true}, loopback));
  EXPECT_FALSE(may_speak({far, false}, far));
  EXPECT_FALSE(may_speak({far, false}, loopback));
  EXPECT_FALSE(may_speak({loopback, false}, far));
}

TEST(client_address, one_household_is_one_prefix) {
  const auto prefix = [](const char* text) { return address_prefix(boost::asio::ip::make_address(text)); };
  EXPECT_EQ(prefix("2001:db8:1:2::1"), prefix("2001:db8:1:2f::9"));
  EXPECT_NE(prefix("2001:db8:1:200::1"), prefix("2001:db8:1:300::1"));
  EXPECT_NE(prefix("203.0.113.1"), prefix("203.0.113.2"));
  EXPECT_EQ(prefix("203.0.113.1"), prefix("::ffff:203.0.113.1"));
}

TEST(admission, a_burst_is_let_through_and_then_one_at_a_time) {
  admission a({3, 60});
  const token_bucket::time_point t{};
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(a.ask("x", t));
  EXPECT_EQ(a.ask("x", t), 1000ms);
  EXPECT_EQ(a.ask("x", t + 400ms), 600ms);
  EXPECT_FALSE(a.ask("x", t + 1s));
  EXPECT_TRUE(a.ask("x", t + 1s));
  EXPECT_FALSE(a.ask("y", t + 1s));
}

TEST(admission, a_clock_that_steps_back_gives_nothing_away) {
  admission a({1, 60});
  const token_bucket::time_point t{1h};
  EXPECT_FALSE(a.ask("x", t));
  EXPECT_TRUE(a.ask("x", t - 30min));
  EXPECT_TRUE(a.ask("x", t));
}

TEST(admission, the_table_is_bounded_and_forgets_whoever_was_silent_longest) {
  admission a({1, 1}, 100);
  const token_bucket::time_point t{};
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(a.ask(std::to_string(i), t));
  EXPECT_TRUE(a.ask("0", t));
  EXPECT_FALSE(a.ask("new", t));
  EXPECT_EQ(a.sources(), 100U);
  EXPECT_TRUE(a.ask("0", t));   // still remembered: it asked lately
  EXPECT_FALSE(a.ask("1", t));  // forgotten in favour of "new"
}

TEST(response_headers, a_page_is_kept_to_itself) {
  http_response response;
  add_protective_fields(response, false);
  const std::string_view policy = value_of(response, "Content-Security-Policy");
  EXPECT_TRUE(policy.starts_with("default-src 'none';"));
  for (const char* part : {"script-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'self'",
                           "frame-ancestors 'none'", "manifest-src 'self'", "worker-src 'self'"}) {
    EXPECT_NE(policy.find(part), policy.npos) << part;
  }
  EXPECT_EQ(policy.find("unsafe"), policy.npos);
  EXPECT_EQ(value_of(response, "Cache-Control"), "no-store");
  EXPECT_EQ(value_of(response, "Referrer-Policy"), "no-referrer");
  EXPECT_EQ(value_of(response, "Strict-Transport-Security"), "");
  http_response secure;
  add_protective_fields(secure, true);
  EXPECT_NE(value_of(secure, "Strict-Transport-Security"), "");
}

TEST(response_headers, only_the_named_sites_may_show_a_page_inside_theirs) {
  http_response nobody;
  add_protective_fields(nobody, false);
  EXPECT_TRUE(value_of(nobody, "Content-Security-Policy").ends_with("; frame-ancestors 'none'"));
  EXPECT_EQ(value_of(nobody, "X-Frame-Options"), "DENY");
  http_response two;
  const std::vector<std::string> sites{"https://www.example.org", "http://localhost:3000"};
  add_protective_fields(two, false, sites);
  EXPECT_TRUE(value_of(two, "Content-Security-Policy")
                  .ends_with("; frame-ancestors https://www.example.org http://localhost:3000"));
  EXPECT_EQ(value_of(two, "X-Frame-Options"), "");
}

class files : public ::testing::Test {
 protected:
  files() {
    write("index.html", "<!doctype html>");
    write("embed.html", "<!doctype html><title>Schedule");
    write("assets/app-1.js", "let a");
    write("assets/app-1.js.gz", "packed");
    write("lonely.txt.gz", "nobody");
    write("manifest.webmanifest", "{}");
    std::ofstream(outside_.file("secret")) << "secret";
    std::filesystem::create_symlink(outside_.file("secret"), folder_.file("link.txt"));
    loaded_ = *static_files::load(folder_.path());
  }

  void write(const char* name, const char* bytes) {
    std::filesystem::create_directories(std::filesystem::path(folder_.file(name)).parent_path());
    std::ofstream(folder_.file(name)) << bytes;
  }

  http_response get(const char* path, std::vector<http_field> fields = {}) {
    http_request request = with(std::move(fields));
    request.path = path;
    return loaded_.answer(request);
  }

  testing::temporary_directory folder_;
  testing::temporary_directory outside_;
  static_files loaded_;
};

TEST_F(files, only_what_lies_in_the_folder_can_be_asked_for) {
  EXPECT_TRUE(loaded_.has("/"));
  EXPECT_TRUE(loaded_.has("/index.html"));
  for (const char* path : {"/link.txt", "/../secret", "/assets/../index.html", "/%2e%2e/secret", "/assets", "/assets/",
                           "/lonely.txt", "/lonely.txt.gz", "/assets/app-1.js.gz", "index.html", ""}) {
    EXPECT_FALSE(loaded_.has(path)) << path;
  }
  EXPECT_FALSE(static_files::load(folder_.file("nowhere")));
}

TEST_F(files, the_schedule_for_other_pages_has_an_address_of_its_own) {
  ASSERT_TRUE(loaded_.has("/embed"));
  EXPECT_EQ(get("/embed").bytes(), "<!doctype html><title>Schedule");
  EXPECT_FALSE(loaded_.has("/embed/"));
  EXPECT_FALSE(loaded_.has("/Embed"));
}

TEST_F(files, named_assets_are_kept_for_ever_and_pages_are_asked_for_each_time) {
  EXPECT_EQ(value_of(get("/"), "Cache-Control"), "no-cache");
  EXPECT_EQ(value_of(get("/assets/app-1.js"), "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(value_of(get("/"), "Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(value_of(get("/manifest.webmanifest"), "Content-Type"), "application/manifest+json");
}

TEST_F(files, packed_bytes_go_to_whoever_takes_them) {
  for (const char* takes : {"gzip", "br, gzip", "deflate, gzip;q=1.0", "gzip;q=0.5"}) {
    const http_response response = get("/assets/app-1.js", {{"accept-encoding", takes}});
    EXPECT_EQ(response.bytes(), "packed") << takes;
    EXPECT_EQ(value_of(response, "Content-Encoding"), "gzip");
    EXPECT_EQ(value_of(response, "Vary"), "Accept-Encoding");
    EXPECT_EQ(value_of(response, "Content-Type"), "text/javascript; charset=utf-8");
  }
  for (const char* refuses : {"", "br", "gzip;q=0", "gzip;q=0.0", "xgzip"}) {
    const http_response response = get("/assets/app-1.js", {{"accept-encoding", refuses}});
    EXPECT_EQ(response.bytes(), "let a") << refuses;
    EXPECT_EQ(value_of(response, "Vary"), "Accept-Encoding");
  }
}

TEST_F(files, what_a_browser_has_is_not_sent_again) {
  const std::string tag(value_of(get("/"), "ETag"));
  EXPECT_EQ(tag.size(), 34U);
  for (const std::string& known : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
    const http_response response = get("/", {{"if-none-match", known}});
    EXPECT_EQ(response.status, 304U) << known;
    EXPECT_TRUE(response.bytes().empty());
    EXPECT_EQ(value_of(response, "ETag"), tag);
  }
  EXPECT_EQ(get("/", {{"if-none-match", "\"other\""}}).status, 200U);
  EXPECT_NE(value_of(get("/assets/app-1.js", {{"accept-encoding", "gzip"}}), "ETag"),
            value_of(get("/assets/app-1.js"), "ETag"));
}

}  // namespace
}  // namespace nightlight::transport
