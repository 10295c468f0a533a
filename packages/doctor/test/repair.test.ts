import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairTicket } from '../src/index.ts'
import { official, packedTicket, signerWith } from './support.ts'

const tickets = official.map(({ userSig }) => userSig)
const toStandard = (ticket: string) => ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
const toUrl = (ticket: string) => toStandard(ticket).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** What is done to a ticket on its way, and what the doctor calls it. */
const WAYS: Record<string, readonly [way: (ticket: string) => string, ...codes: string[]]> = {
  untouched: [(ticket) => ticket],
  'with a line break after it': [(ticket) => `${ticket}\r\n`],
  'in quotes': [(ticket) => `"${ticket}"`, 'quotes'],
  'in curly quotes': [(ticket) => `“${ticket}”`, 'quotes'],
  'with one quote': [(ticket) => `'${ticket}`, 'quotes'],
  'in quotes, with a comma': [(ticket) => `'${ticket}',\n`, 'quotes'],
  wrapped: [(ticket) => ticket.replace(/.{76}/g, '$&\r\n'), 'white_space'],
  'with zero-width spaces': [(ticket) => `${ticket.slice(0, 9)}\u200b${ticket.slice(9)}`, 'white_space'],
  'behind Bearer': [(ticket) => `Bearer ${ticket}`, 'from_header'],
  'in a header': [(ticket) => `authorization: bearer ${ticket}`, 'from_header'],
  'in a URL': [(ticket) => `https://console.tim.qq.com/v4/x?sdkappid=1&usersig=${ticket}&random=9`, 'from_url'],
  'in a form': [(ticket) => `userSig=${ticket}&userId=alice`, 'from_url'],
  'in a line of a log': [(ticket) => `userSig=${ticket}`, 'from_text'],
  'in JSON': [(ticket) => JSON.stringify({ code: 0, data: { userSig: ticket } }), 'from_json'],
  'as a privateMapKey in JSON': [(ticket) => JSON.stringify({ privateMapKey: ticket }), 'from_json'],
  'in JSON within JSON': [
    (ticket) => JSON.stringify(JSON.stringify({ usersig: ticket })),
    'quotes',
    'escapes',
    'from_json',
  ],
}
/** Texts that are of no form; a ticket in them is found as it is. */
const TEXTS: typeof WAYS = {
  'in a log line': [(ticket) => `2026-11-25 INFO login of alice, ticket: ${ticket}`, 'from_text'],
  'in code': [(ticket) => `const login = { userID: 'alice', userSig: '${ticket}' }`, 'from_text'],
  'in JSON that breaks off': [(ticket) => `{"code":0,"sig":"${ticket}","userI`, 'from_text'],
}
const SPELLED: Record<string, readonly [way: (ticket: string) => string, code: string]> = {
  'standard base64': [toStandard, 'standard_base64'],
  'standard base64 without padding': [(ticket) => toStandard(ticket).replace(/=/g, ''), 'standard_base64'],
  base64url: [toUrl, 'url_base64'],
  'base64url with padding': [(ticket) => toUrl(ticket).padEnd(ticket.length, '='), 'url_base64'],
  'no padding': [(ticket) => ticket.replace(/_+$/, ''), 'padding'],
  'URL-encoded': [encodeURIComponent, 'url_encoded'],
  'URL-encoded by a form that encodes all': [
    (ticket) => ticket.replace(/\*/g, '%2A').replace(/-/g, '%2d').replace(/_/g, '%5F'),
    'url_encoded',
  ],
  'standard base64, with its + as spaces': [(ticket) => toStandard(ticket).replaceAll('+', ' '), 'lost_plus'],
}

describe('a ticket of every official program', () => {
  it.each(Object.entries({ ...WAYS, ...TEXTS }))('%s', (_name, [way, ...codes]) => {
    for (const ticket of tickets) {
      const repaired = repairTicket(way(ticket))
      expect(repaired.ticket).toBe(ticket)
      expect(repaired.repairs.map(({ code }) => code)).toEqual(codes)
    }
  })

  it.each(Object.entries(SPELLED))('in %s', (_name, [way, code]) => {
    let seen = 0
    for (const ticket of tickets) {
      const given = way(ticket)
      const repaired = repairTicket(given)
      expect(repaired.ticket).toBe(ticket)
      if (repaired.repairs.some((repair) => repair.code === code)) seen++
    }
    // Some tickets hold none of the symbols in question.
    expect(seen).toBeGreaterThan(code === 'url_encoded' && way === encodeURIComponent ? -1 : 30)
  })

  it('URL-encoded any number of times', () => {
    for (const ticket of tickets.slice(0, 20)) {
      const standard = toStandard(ticket)
      const once = encodeURIComponent(standard)
      const twice = encodeURIComponent(once)
      expect(repairTicket(once).ticket).toBe(ticket)
      expect(repairTicket(twice).ticket).toBe(ticket)
    }
    const ticket = tickets.find((each) => toStandard(each).includes('+')) as string
    const { repairs } = repairTicket(encodeURIComponent(encodeURIComponent(toStandard(ticket))))
    expect(repairs.map(({ code }) => code)).toEqual(['url_encoded', 'url_encoded', 'standard_base64'])
  })
})

it('a part of a longer text that only looks like a ticket stays there', () => {
  const text = `the id eJ${'x'.repeat(80)} of a session`
  expect(repairTicket(text).ticket).toBe(text.replaceAll(' ', ''))
})

it('a ticket in a log line may be spoiled in its own way', () => {
  const ticket = packedTicket('alice', 'deflate')
  const { ticket: repaired, repairs } = repairTicket(`login with ${encodeURIComponent(toStandard(ticket))} failed`)
  expect([repaired, repairs[0]?.code, repairs.at(-1)?.code]).toEqual([ticket, 'from_text', 'standard_base64'])
})

it('a percent sign that belongs to nothing does no harm', () => {
  const ticket = signerWith().genUserSig('alice')
  expect(repairTicket(`${ticket.replace(/\*/g, '%2A')}%E0%A4`).ticket.startsWith(ticket)).toBe(true)
})

it('JSON without a ticket, or broken, stays what it is', () => {
  expect(repairTicket('{"userId":"alice"}')).toEqual({ ticket: '{"userId":"alice"}', repairs: [] })
  expect(repairTicket('{"userSig":').ticket).toBe('{"userSig":')
})

it('a line of a log comes out of JSON that is in JSON three times', () => {
  const ticket = signerWith().genUserSig('alice')
  let text = `userSig=${ticket}`
  for (let layer = 0; layer < 3; layer++) text = JSON.stringify(JSON.stringify({ usersig: text }))
  expect(repairTicket(text).ticket).toBe(ticket)
})

it('any text comes to an end, and any layers around a ticket come off', () => {
  const ticket = packedTicket('alice', 'deflate')
  const ways = Object.values(WAYS).map(([way]) => way)
  // The others would cut words of the layers around the ticket in two, or end at a character of them.
  const outer = ways.filter((way) => !/[=\r\u200b]/.test(way('x'.repeat(80))))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(typeof repairTicket(text).ticket).toBe('string')
    }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...ways), fc.array(fc.constantFrom(...outer), { maxLength: 3 }), (inner, layers) => {
      const wrapped = layers.reduce((text, way) => way(text), inner(ticket))
      expect(repairTicket(wrapped).ticket).toBe(ticket)
    }),
  )
})
