/** Name of a piece of evidence: why a cause stands where it does. */
export type EvidenceCode =
  | 'named'
  | 'named_constant'
  | 'said'
  | 'shown'
  | 'own'
  | 'code_fits'
  | 'code_differs'
  | 'ticket_good'
  | 'ticket_unverified'
  | 'ticket'
