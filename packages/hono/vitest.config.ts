import { mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

// workerd may hang up a kept connection just when the next request is sent on it, as any server may.
export default mergeConfig(base, { test: { retry: 2 } })
