import { type RequireUserSigOptions, requireUserSig } from '../../src/index.ts'

const credentials = {
  sdkAppId: 1400000000,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
}

function tryOut(explain: NonNullable<RequireUserSigOptions['explain']>): string {
  try {
    requireUserSig({ credentials, explain })
    return 'works'
  } catch (error) {
    return String(error)
  }
}

const explain = () => []

// biome-ignore lint/style/noDefaultExport: Workers look for it here
export default {
  fetch: () =>
    Response.json({
      bare: tryOut(explain),
      production: tryOut({ with: explain, production: true }),
      development: tryOut({ with: explain, production: false }),
    }),
}
