import { TENCENT_CODES, type TencentErrorExplanation, type TencentErrorSource } from './tencent-codes.ts'

export type { TencentErrorExplanation, TencentErrorSource }

/**
 * Explains a code that Chat, TRTC (native, web) or the REST API answered: what it means and what to do.
 *
 * Few codes mean something else in another product: name the `source` to choose, or the first one is taken.
 *
 * @param code a number, or its digits as they stand in a log
 * @param source which program answered it
 * @returns `undefined` for a code that is not known
 * @example
 * ```ts
 * const explanation = explainTencentError(70009)
 * console.log(explanation?.meaning, explanation?.action)
 * ```
 */
export function explainTencentError(
  code: number | string,
  source?: TencentErrorSource,
): TencentErrorExplanation | undefined {
  const wanted = typeof code === 'string' && code.trim() !== '' ? Number(code) : code
  return TENCENT_CODES.find((each) => each.code === wanted && (source === undefined || each.source === source))
}

/**
 * All codes that {@link explainTencentError} explains, a code once for each program that answers it.
 *
 * @example
 * ```ts
 * listTencentErrors().filter(({ code }) => code === -100013).map(({ source }) => source) // ['trtc-web', 'trtc-native']
 * ```
 */
export function listTencentErrors(): readonly TencentErrorExplanation[] {
  return TENCENT_CODES
}
