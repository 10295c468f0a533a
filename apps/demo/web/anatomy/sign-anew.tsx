import { createUserSigner, type UserSigClaims } from '@usersig/core'
import type { AppKey } from '@usersig/doctor'
import { useState } from 'preact/hooks'
import { Failure } from '../parts/failure.tsx'
import { keys } from '../state/apps.ts'
import { useTexts } from '../state/texts.ts'
import { anatomyText } from '../state/tickets.ts'

/** Signs changed claims with the key of their application, where there is one. */
export function SignAnew({ claims }: { readonly claims: UserSigClaims | undefined }) {
  const t = useTexts().anatomy
  const [error, setError] = useState<unknown>()
  const key = claims && keys.value.find(({ sdkAppId }) => sdkAppId === claims.sdkAppId)
  const sign = () => {
    try {
      if (key) anatomyText.value = signAnew(claims, key)
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <>
      <button type="button" disabled={!key} onClick={sign}>
        {t.signAnew}
      </button>
      {error !== undefined && <Failure error={error} />}
    </>
  )
}

/** The room record is written anew, too: it holds the user and the end of the rights once more. */
function signAnew({ userId, expire, issuedAt, userBuf, room }: UserSigClaims, key: AppKey): string {
  const signer = createUserSigner(key)
  const times = { expire, now: issuedAt }
  if (!room) return signer.genUserSig(userId, { ...times, ...(userBuf && { userBuf }) })
  const { privilegeMap: privileges, roomId, strRoomId } = room
  const which = strRoomId === undefined ? { roomId } : { strRoomId }
  return signer.genPrivateMapKey(userId, { ...times, ...which, privileges })
}
