// What the official generator for the Mac uses of Apple's libraries, on OpenSSL and GNUstep.
#include <math.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CC_SHA256_DIGEST_LENGTH 32
#define kCCHmacAlgSHA256 0
#define CCHmac(algorithm, key, keyLength, data, dataLength, output) \
    HMAC(EVP_sha256(), key, keyLength, (const unsigned char *)(data), dataLength, output, NULL)

typedef double CFTimeInterval;
#define kCFAbsoluteTimeIntervalSince1970 978307200.0
#define CFAbsoluteTimeGetCurrent() ((double)time(NULL) - kCFAbsoluteTimeIntervalSince1970)
