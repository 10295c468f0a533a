import com.tencentyun.TLSSigAPIv2;
import java.lang.management.ManagementFactory;

public class Peer {
  public static void main(String[] args) {
    TLSSigAPIv2 api = new TLSSigAPIv2(Long.parseLong(args[0]), args[1]);
    long expire = Long.parseLong(args[2]);
    int n = Integer.parseInt(args[3]);
    // The compiler takes its time.
    run(api, expire, n);
    com.sun.management.OperatingSystemMXBean system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begin = system.getProcessCpuTime();
    run(api, expire, n);
    System.out.println("[" + (system.getProcessCpuTime() - begin) / 1e3 / n + "]");
  }

  private static void run(TLSSigAPIv2 api, long expire, int n) {
    for (int i = 0; i < n; i++) api.genUserSig(String.format("user-%04d", i % 1024), expire);
  }
}
