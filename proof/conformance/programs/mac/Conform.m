// Answers `usersig conform --lines` with the official generator of TIMSDK for the Mac.
#import "GenerateTestUserSig.h"

int SDKAPPID;
NSString *SECRETKEY;

// It logs each text that it signs.
void NSLog(NSString *format, ...) {}

static NSDictionary *answer(NSDictionary *request) {
    if (![[request objectForKey:@"op"] isEqual:@"sign"] || ![[request objectForKey:@"kind"] isEqual:@"userSig"]) return @{@"unsupported": @(YES)};
    NSString *user = [request objectForKey:@"userId"];
    // It reads the key and the text as ASCII, and the SDKAppID as an int; it signs the SDKAppID in place of a lifetime.
    BOOL isAscii = [user canBeConvertedToEncoding:NSASCIIStringEncoding] &&
                   [[request objectForKey:@"secretKey"] canBeConvertedToEncoding:NSASCIIStringEncoding];
    long long app = [[request objectForKey:@"sdkAppId"] longLongValue];
    if (!isAscii || app > 2147483647 || app != [[request objectForKey:@"expire"] longLongValue]) return @{@"unsupported": @(YES)};
    SDKAPPID = (int)app;
    SECRETKEY = [request objectForKey:@"secretKey"];
    return @{@"ticket": [GenerateTestUserSig genTestUserSig:user]};
}

int main(void) {
    @autoreleasepool {
        char *line = NULL;
        size_t size = 0;
        for (ssize_t length; (length = getline(&line, &size, stdin)) > 0;) {
            NSData *data = [NSData dataWithBytes:line length:(NSUInteger)length];
            NSDictionary *result = answer([NSJSONSerialization JSONObjectWithData:data options:0 error:NULL]);
            NSData *json = [NSJSONSerialization dataWithJSONObject:result options:0 error:NULL];
            fwrite([json bytes], 1, [json length], stdout);
            fputs("\n", stdout);
            fflush(stdout);
        }
    }
    return 0;
}
