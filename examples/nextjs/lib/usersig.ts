// A function, so that the build needs no key: it imports every route.
export const credentials = () => ({
  sdkAppId: Number(process.env['USERSIG_SDKAPPID']),
  secretKey: process.env['USERSIG_SECRETKEY'] ?? '',
})
