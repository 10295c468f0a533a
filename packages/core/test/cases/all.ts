import type { Suite } from './case.ts'
import { craftedCases } from './crafted.ts'
import { changedOfficialCases, officialCases } from './official.ts'
import { lengthCases, ownCases } from './own.ts'
import { secrecyCases } from './secrecy.ts'
import { signingCases } from './signing.ts'
import { damagedCases, hostileCases, injectionCases, inputCases, quirkCases } from './unusual.ts'
import { valueCases } from './values.ts'
import { verifyingCases } from './verifying.ts'

/** Everything that holds on every runtime. */
export const suites: readonly Suite[] = [
  { name: 'tickets of official programs', cases: [...officialCases, ...changedOfficialCases] },
  { name: 'tickets of this package', cases: [...ownCases, ...lengthCases] },
  {
    name: 'tickets for unusual input',
    cases: [...quirkCases, ...hostileCases, ...damagedCases, ...inputCases, ...injectionCases],
  },
  { name: 'signing', cases: signingCases },
  { name: 'verifying', cases: verifyingCases },
  { name: 'crafted tickets', cases: craftedCases },
  { name: 'UserIDs and privileges', cases: valueCases },
  { name: 'secrecy', cases: secrecyCases },
]
