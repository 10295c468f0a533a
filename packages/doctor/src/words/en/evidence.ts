import type { EvidenceCode } from '../evidence.ts'

/** Why a cause stands where it does, in English. */
export const evidence: Readonly<Record<EvidenceCode, string>> = {
  named: 'The text names {code}: {meaning}',
  named_constant: 'The text names {code} ({name}): {meaning}',
  said: 'The text holds the message “{text}”.',
  shown: 'The text shows it.',
  own: 'The text names the code {code} of this toolkit.',
  code_fits: 'The text names {code}, which fits.',
  code_differs: 'The text names {code}, which is another fault: perhaps it is of another try.',
  ticket_good:
    'The ticket itself is right: it is for {userId}, SDKAppID {sdkAppId}, signed by its key, and valid for another {left}.',
  ticket_unverified:
    'The ticket has no fault that shows without its key: it is for {userId}, SDKAppID {sdkAppId}, and valid for another {left}.',
  ticket: 'The ticket is for {userId}, SDKAppID {sdkAppId}.',
}
