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

/** What is sent to the issuing endpoint. */
export interface HttpRequest {
  readonly method: string
  /** Who is logged in; null for nobody. */
  readonly user: string | null
  /** Query string without its question mark. */
  readonly query?: string
  /** Header fields beside those of the login, with small names. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: HttpBody
}

/** One request, and how an endpoint answers it. */
export interface HttpCase {
  readonly name: string
  readonly class: 'issue' | 'login' | 'methods' | 'cors' | 'rooms' | 'types' | 'body' | 'size' | 'order'
  readonly request: HttpRequest
  readonly expect: {
    /** Status of the answer. */
    readonly status: number
    /** Room of the PrivateMapKey in the answer. */
    readonly room?: { readonly roomId: number } | { readonly strRoomId: string }
    /** Code of the problem document in the answer. */
    readonly problem?: string
  }
}

/** Status and title of a problem document. */
export interface HttpProblem {
  readonly status: number
  readonly title: string
}

/** The HTTP contract as data. */
export interface HttpVectors {
  readonly problems: Readonly<Record<string, HttpProblem>>
  readonly cases: readonly HttpCase[]
}
