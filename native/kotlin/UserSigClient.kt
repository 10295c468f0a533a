// UserSig tickets of Tencent Cloud (Chat, TRTC, Live, Call), fetched from the endpoint of your own server.
// Made from spec/openapi.yaml of https://github.com/usersig/usersig: copy this file into your app. MIT licensed.
// Not affiliated with Tencent.
// Android has org.json; elsewhere add the library of that name.

package com.example.usersig

import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream
import java.net.HttpURLConnection
import java.net.SocketTimeoutException
import java.net.URL
import org.json.JSONArray
import org.json.JSONException
import org.json.JSONObject

/** What the endpoint issues to a logged-in user. */
data class IssuedTickets(
  /** SDKAppID of the application. */
  val sdkAppId: Long,
  /** UserID of the user who is logged in to your app. */
  val userId: String,
  /** The UserSig: pass it to the login of the SDK. */
  val userSig: String,
  /** The PrivateMapKey of the room, where one was asked for. */
  val privateMapKey: String?,
  /** The room, if it has a number. */
  val roomId: Long?,
  /** The room, if it has a name. */
  val strRoomId: String?,
  /** What the user may do in the room. */
  val privileges: List<String>?,
  /** When the tickets were issued, in Unix seconds of the server's clock. */
  val issuedAt: Long,
  /** How long they are valid, in seconds. */
  val expire: Long,
  /** When they expire, in Unix seconds of the server's clock. */
  val expiresAt: Long
) {
  /** Leaves out the tickets: they do not belong in a log. */
  override fun toString(): String = "IssuedTickets(userId=$userId, expiresAt=$expiresAt)"
}

/** The room of a PrivateMapKey. Room 123 and room "123" are two rooms. */
class UserSigRoom private constructor(internal val json: String) {
  companion object {
    @JvmStatic fun number(roomId: Long): UserSigRoom = UserSigRoom(JSONObject().put("roomId", roomId).toString())

    @JvmStatic fun name(strRoomId: String): UserSigRoom =
      UserSigRoom(JSONObject().put("strRoomId", strRoomId).toString())
  }
}

/** Why there are no tickets. */
class UserSigException(
  /**
   * The code of the endpoint's problem document, such as "unauthenticated"; else "http_<status>", "network", "timeout" or
   * "invalid_answer".
   */
  val code: String,
  /** The HTTP status; null without an answer. */
  val status: Int?,
  /** After how many seconds to try again, where the endpoint says so. */
  val retryAfter: Int?
) : IOException("no UserSig: $code")

/**
 * Fetches tickets, keeps them in memory, and fetches new ones before they expire. Its methods wait for the network: call
 * them off the main thread, for example in withContext(Dispatchers.IO) { client.get() }.
 *
 * @param endpoint the address of your endpoint
 * @param headers the headers by which your server knows the user
 */
class UserSigClient @JvmOverloads constructor(
  private val endpoint: URL,
  private val headers: () -> Map<String, String> = { emptyMap() }
) {
  private var kept: IssuedTickets? = null
  private var renewAt = 0L

  /** Valid tickets: those in memory, or new ones. Callers at the same time share one request. */
  @Synchronized
  fun get(): IssuedTickets {
    val tickets = kept
    return if (tickets != null && System.nanoTime() - renewAt < 0) tickets else refresh()
  }

  /** New tickets: call it after the SDK reported an expired ticket. */
  @Synchronized
  fun refresh(): IssuedTickets {
    val tickets = fetch("{}")
    // By the time that the device has run: its clock may be wrong.
    val seconds = maxOf(tickets.expire - RENEW_AHEAD, tickets.expire / 2)
    kept = tickets
    renewAt = System.nanoTime() + seconds * 1_000_000_000
    return tickets
  }

  /** Tickets with a PrivateMapKey for a room. They are new at each call. */
  fun get(room: UserSigRoom): IssuedTickets = fetch(room.json)

  /** Forgets the tickets: call it when the user logs out of your app. */
  @Synchronized
  fun forget() {
    kept = null
  }

  private fun fetch(body: String): IssuedTickets {
    val deadline = System.nanoTime() + TIMEOUT * 1_000_000L
    val connection = endpoint.openConnection() as HttpURLConnection
    try {
      connection.requestMethod = "POST"
      connection.connectTimeout = TIMEOUT
      connection.readTimeout = TIMEOUT
      // A login page in place of the endpoint is a failure, not an answer.
      connection.instanceFollowRedirects = false
      connection.doOutput = true
      for ((name, value) in headers()) connection.setRequestProperty(name, value)
      connection.setRequestProperty("Content-Type", "application/json")
      connection.outputStream.use { it.write(body.toByteArray()) }
      val status = connection.responseCode
      if (status == 200) return parse(read(connection.inputStream, deadline))
      val answer = connection.errorStream?.let { read(it, deadline) } ?: ""
      throw UserSigException(codeOf(answer) ?: "http_$status", status, connection.getHeaderField("Retry-After")?.toIntOrNull())
    } catch (error: UserSigException) {
      throw error
    } catch (error: SocketTimeoutException) {
      throw UserSigException("timeout", null, null)
    } catch (error: IOException) {
      throw UserSigException("network", null, null)
    } finally {
      connection.disconnect()
    }
  }

  private fun read(stream: InputStream, deadline: Long): String {
    val bytes = ByteArrayOutputStream()
    val part = ByteArray(4096)
    stream.use {
      var length = it.read(part)
      while (length >= 0) {
        bytes.write(part, 0, length)
        if (bytes.size() > MAX_BYTES) throw UserSigException("invalid_answer", null, null)
        if (System.nanoTime() - deadline > 0) throw SocketTimeoutException()
        length = it.read(part)
      }
    }
    return String(bytes.toByteArray(), Charsets.UTF_8)
  }

  private fun codeOf(answer: String): String? =
    try {
      JSONObject(answer).getString("code")
    } catch (error: JSONException) {
      null
    }

  private fun parse(answer: String): IssuedTickets =
    try {
      read(JSONObject(answer))
    } catch (error: JSONException) {
      throw UserSigException("invalid_answer", 200, null)
    }

  private fun read(json: JSONObject): IssuedTickets =
    IssuedTickets(
      sdkAppId = json.getLong("sdkAppId"),
      userId = json.getString("userId"),
      userSig = json.getString("userSig"),
      privateMapKey = if (json.has("privateMapKey")) json.getString("privateMapKey") else null,
      roomId = if (json.has("roomId")) json.getLong("roomId") else null,
      strRoomId = if (json.has("strRoomId")) json.getString("strRoomId") else null,
      privileges = if (json.has("privileges")) strings(json.getJSONArray("privileges")) else null,
      issuedAt = json.getLong("issuedAt"),
      expire = json.getLong("expire"),
      expiresAt = json.getLong("expiresAt")
    )

  private fun strings(array: JSONArray): List<String> = (0 until array.length()).map { array.getString(it) }

  private companion object {
    /** Tickets are renewed 300 seconds before they expire, or after half the lifetime of short ones. */
    const val RENEW_AHEAD = 300L
    /** Of one request, in milliseconds. */
    const val TIMEOUT = 15_000
    const val MAX_BYTES = 65_536
  }
}
