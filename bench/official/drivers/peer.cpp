#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "tls_sig_api_v2.h"

int main(int, char **args) {
  const uint32_t sdkAppId = std::strtoul(args[1], nullptr, 10);
  const std::string key = args[2];
  const int expire = std::atoi(args[3]);
  const int n = std::atoi(args[4]);
  std::string ticket, error;
  char user[16];
  const std::clock_t begin = std::clock();
  for (int i = 0; i < n; i++) {
    std::snprintf(user, sizeof user, "user-%04d", i % 1024);
    if (genUserSig(sdkAppId, user, key, expire, ticket, error) != 0) return 1;
  }
  std::printf("[%f]", (std::clock() - begin) * 1e6 / CLOCKS_PER_SEC / n);
}
