/** Longest UserID in bytes of UTF-8. Source: trtc.io/document/47971 (error 7003). */
export const MAX_USER_ID_BYTES = 32

/**
 * Longest lifetime: 50 years, in seconds. Tencent's pages disagree: cloud.tencent.com/document/product/269/1664 and
 * tencentcloud.com/zh/document/product/1047/34456 say 50 years, trtc.io/zh/document/34456 says 10.
 */
export const MAX_EXPIRE = 1_576_800_000

/** Largest SDKAppID: room records hold it in 32 bits. */
export const MAX_SDK_APP_ID = 4_294_967_295

/** Largest number of a room. Source: trtc-sdk-v5 index.d.ts, roomId. */
export const MAX_ROOM_ID = 4_294_967_294

/** Longest string room in bytes. Source: trtc-sdk-v5 index.d.ts, strRoomId. */
export const MAX_STR_ROOM_ID_BYTES = 64

/** Largest user buffer that is signed; a room record has at most 121 bytes. */
export const MAX_USER_BUF_BYTES = 1024

/** Largest document inside of a ticket, which holds the largest user buffer and an escaped UserID. */
export const MAX_DOCUMENT_BYTES = 2048

/** Longest text that is signed: 256 bytes without the user buffer, whose base64 stands in a document. */
export const MAX_SIGNED_BYTES: number = 256 + MAX_DOCUMENT_BYTES

/** Longest ticket that is looked at. The largest document takes 2748 characters; official tickets have up to 516. */
export const MAX_TICKET_LENGTH = 4096

/** Latest second that a room record can hold, in Unix seconds (2106-02-07). */
export const MAX_UNIX_SECONDS = 4_294_967_295

/** Longest text that is looked at as a name of something, before it is measured in bytes: what is longer is refused. */
export const MAX_NAME_LENGTH = 1024

/** Longest SDKSecretKey. Tencent's have 64 characters. */
export const MAX_SECRET_KEY_LENGTH = 1024
