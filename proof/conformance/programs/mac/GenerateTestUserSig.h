// In place of the official header, which holds the application and the key as constants.
#import <Foundation/Foundation.h>

extern int SDKAPPID;
extern NSString *SECRETKEY;

@interface GenerateTestUserSig : NSObject
+ (NSString *)genTestUserSig:(NSString *)identifier;
@end
