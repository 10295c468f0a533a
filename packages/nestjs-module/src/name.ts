/** @throws TypeError for a name that could not be told apart from none */
export function checkName(name: unknown): void {
  if (name === undefined || (typeof name === 'string' && name !== '')) return
  throw new TypeError("the name of a UserSigModule must be a string that is not empty, for example 'eu'")
}
