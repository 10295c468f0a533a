/**
 * Loads a package that only some need.
 *
 * @throws Error which says how to install it
 */
export async function peer<T>(load: () => Promise<T>, name: string): Promise<T> {
  try {
    return await load()
  } catch (error) {
    throw new Error(`${name} is not installed, which this kind of key needs: run npm install ${name}`, { cause: error })
  }
}
