import { translateFault } from '../output/fault.ts'

/** What a program is asked for: names in `{}` and of variables. */
export interface Inputs {
  readonly sdkAppId: number
  readonly secretKey: string
  readonly userId: string
  readonly expire: number
}

/** Whether a text names an input. */
export const namesInputs = (text: string): boolean => /\{(sdkAppId|secretKey|userId|expire)\}/.test(text)

/** Puts the inputs where a text names them. */
export function fill(text: string, inputs: Inputs, spell: (value: string) => string): string {
  return text.replace(/\{(sdkAppId|secretKey|userId|expire)\}/g, (_, name: keyof Inputs) => spell(String(inputs[name])))
}

/** What is wrong with an input that should be refused, in the language of the caller. */
export const nameOfInput = (name: string): string => translateFault(name) ?? name
