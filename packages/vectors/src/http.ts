/** The bytes of a request's body. */
export interface HttpBody {
  /** The body as UTF-8. */
  readonly text?: string
  /** The body in standard base64, where it is not text. */
  readonly base64?: string
  /** Spaces are put in front of the last character until the body has so many bytes. */
  readonly padTo?: number
  /** The body is sent in chunks of so many bytes, without a length. */
  readonly chunkBytes?: number
}

/** Request to the issuing endpoint. */
export interface HttpRequest {
  /** Method of the request, such as `POST`. */
  readonly method: string
  /** The logged-in user, or null. */
  readonly user: string | null
  /** Query string without its question mark. */
  readonly query?: string
  /** Header fields in addition to those of the login, with lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
  /** Body of the request; none where it is left out. */
  readonly body?: HttpBody
}

/** A room: one of the two. */
export type HttpRoom = NumberedRoom | NamedRoom

/** A room with a number. */
export interface NumberedRoom {
  /** Number of the room, from 1 to 4294967294. */
  readonly roomId: number
}

/** A room with a name. */
export interface NamedRoom {
  /** Name of the room, 1 to 64 bytes. */
  readonly strRoomId: string
}

/** One request, and how an endpoint answers it. */
export interface HttpCase {
  /** Statement of the case, as a sentence; unique. */
  readonly name: string
  /** The group that it is scored in. */
  readonly class: 'issue' | 'login' | 'methods' | 'cors' | 'rooms' | 'types' | 'body' | 'size' | 'order'
  /** The request. */
  readonly request: HttpRequest
  /** The expected answer. */
  readonly expect: {
    /** Status of the answer. */
    readonly status: number
    /** Room of the PrivateMapKey in the answer. */
    readonly room?: HttpRoom
    /** Code of the problem document in the answer. */
    readonly problem?: string
  }
}

/** Status and title of a problem document. */
export interface HttpProblem {
  /** Status of the answer. */
  readonly status: number
  /** Its `title`. */
  readonly title: string
}

/** The HTTP contract as data. */
export interface HttpVectors {
  /** The problem documents, by their code. */
  readonly problems: Readonly<Record<string, HttpProblem>>
  /** The cases, in the order in which they are run. */
  readonly cases: readonly HttpCase[]
}
