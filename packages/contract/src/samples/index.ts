export { describeRateLimit, testBrowser, testGuard, testRooms, testWebhooks } from './cases.ts'
export { ENV, endAll, type Serve, type Serving, serveFrom } from './process.ts'
export { type Additions, describeReadme } from './readme.ts'
export { bearer, issued, post } from './requests.ts'
