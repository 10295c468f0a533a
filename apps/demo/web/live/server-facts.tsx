import { useTexts } from '../state/texts.ts'
import type { Config } from './server.ts'

/** What the server says of itself. */
export function ServerFacts({ sdkAppId, sample, adapter }: Config) {
  const t = useTexts().facts
  return (
    <div class="facts">
      <span class="pill">SDKAppID {sdkAppId}</span>
      {sample && <span class="pill warn">{t.sample}</span>}
      <span class="pill">{t.servedBy(adapter)}</span>
    </div>
  )
}
