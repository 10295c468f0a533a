/** What the program is asked for: names in `{}` and of variables. */
export interface Inputs {
  readonly sdkAppId: string
  readonly secretKey: string
  readonly userId: string
  readonly expire: string
}

/** Puts the inputs where a text names them. */
export function fill(text: string, inputs: Inputs, spell: (value: string) => string): string {
  return text.replace(/\{(sdkAppId|secretKey|userId|expire)\}/g, (_, name: keyof Inputs) => spell(inputs[name]))
}
