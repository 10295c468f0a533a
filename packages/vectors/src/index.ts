/**
 * Tickets and HTTP requests with the right answers, for programs in any language.
 *
 * @module
 */
import damagedJson from '../data/damaged.json' with { type: 'json' }
import hostileJson from '../data/hostile.json' with { type: 'json' }
import httpJson from '../data/http.json' with { type: 'json' }
import inputsJson from '../data/inputs.json' with { type: 'json' }
import officialJson from '../data/official.json' with { type: 'json' }
import quirksJson from '../data/quirks.json' with { type: 'json' }
import toolkitJson from '../data/toolkit.json' with { type: 'json' }
import type { HttpVectors } from './http.ts'
import type { HostileVector, InputVector, QuirkVector, TicketVector, ToolkitVector } from './tickets.ts'

export type {
  HttpBody,
  HttpCase,
  HttpProblem,
  HttpRequest,
  HttpRoom,
  HttpVectors,
  NamedRoom,
  NumberedRoom,
} from './http.ts'
export type {
  HostileVector,
  InputVector,
  Outcome,
  QuirkVector,
  TicketKind,
  TicketVector,
  ToolkitVector,
} from './tickets.ts'

/** 446 tickets of the official programs: each has to verify, and signing the same claims makes the same `TLS.sig`. */
export const official = officialJson as readonly TicketVector[]

/** 300 tickets of this toolkit. The official verifiers for Go and PHP accepted every one. */
export const toolkit = toolkitJson as readonly ToolkitVector[]

/** Tickets of the official programs for unusual input; `expect` says what a verifier does with each. */
export const quirks = quirksJson as readonly QuirkVector[]

/** Tickets made by hand: wrong types, wrong encodings, bytes at the end. */
export const hostile = hostileJson as readonly HostileVector[]

/** One official ticket, damaged as tickets are on their way, or changed by somebody. */
export const damaged = damagedJson as readonly HostileVector[]

/** Inputs that a signer refuses. */
export const inputs = inputsJson as readonly InputVector[]

/** The requests that an issuing endpoint answers alike on every platform, with the answers. */
export const http = httpJson as HttpVectors
