import com.example.usersig.IssuedTickets
import com.example.usersig.UserSigClient
import com.example.usersig.UserSigException
import com.example.usersig.UserSigRoom
import java.net.URL
import java.util.concurrent.Callable
import java.util.concurrent.Executors

fun main(args: Array<String>) {
  val (origin, nobody) = args
  val login = { mapOf("Authorization" to "Bearer token-of-alice") }
  val client = UserSigClient(URL("$origin/usersig"), login)
  val first = client.get()
  println("get ${first.userId} ${first.sdkAppId} ${first.expire} ${first.userSig}")
  println("kept ${client.get() === first}")
  val other = UserSigClient(URL("$origin/usersig"), login)
  val threads = Executors.newFixedThreadPool(5)
  val tickets = threads.invokeAll(List(5) { Callable { other.get() } }).map { it.get() }
  threads.shutdown()
  println("together ${tickets.all { it === tickets[0] }}")
  println("refresh ${client.refresh() !== first}")
  fun showRoom(tickets: IssuedTickets) =
    println("room ${tickets.roomId ?: tickets.strRoomId} ${tickets.privateMapKey} ${tickets.privileges?.joinToString(",")}")
  showRoom(client.get(UserSigRoom.number(10000)))
  showRoom(client.get(UserSigRoom.name("room-1")))
  fun fail(name: String, address: String) {
    try {
      UserSigClient(URL(address)).get()
      println("$name passed")
    } catch (error: UserSigException) {
      println("$name ${error.code} ${error.status ?: "none"} ${error.retryAfter ?: "none"}")
    }
  }
  for (path in listOf("/usersig", "/html", "/incomplete", "/redirect", "/gateway", "/large", "/limited")) fail(path, origin + path)
  fail("nobody", nobody)
  println("shown ${!first.toString().contains(first.userSig)}")
}
