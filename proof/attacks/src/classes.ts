import type { AttackClass } from './attack.ts'
import { BOMBS } from './classes/bombs.ts'
import { CONFUSION } from './classes/confusion.ts'
import { CSRF } from './classes/csrf.ts'
import { ENDLESS_CLASS } from './classes/endless.ts'
import { FAULTS } from './classes/faults.ts'
import { IDENTITY } from './classes/identity.ts'
import { LEAKS } from './classes/leaks.ts'
import { ORIGINS_CLASS } from './classes/origins.ts'
import { POLLUTION } from './classes/pollution.ts'
import { REPLAY } from './classes/replay.ts'
import { ROOMS } from './classes/rooms.ts'
import { SMUGGLING } from './classes/smuggling.ts'

/** Every class of attack, in the order of the table. */
export const CLASSES: readonly AttackClass[] = [
  IDENTITY,
  ROOMS,
  POLLUTION,
  REPLAY,
  CONFUSION,
  ORIGINS_CLASS,
  CSRF,
  SMUGGLING,
  ENDLESS_CLASS,
  FAULTS,
  BOMBS,
  LEAKS,
]
