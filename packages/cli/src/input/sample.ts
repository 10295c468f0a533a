/** A key out of Tencent's own samples, which guards nothing. Source: github.com/tencentyun/tls-sig-api-v2-node README.md */
export const SAMPLE = {
  sdkAppId: 1_400_000_000,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
} as const
