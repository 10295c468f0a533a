<?php
[, $program, $sdkAppId, $key, $expire, $n] = $argv;
require $program;
function processor() {
  $usage = getrusage();
  $seconds = $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'];
  return $seconds * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}
$api = new \Tencent\TLSSigAPIv2((int) $sdkAppId, $key);
$tickets = [];
$begin = processor();
for ($i = 0; $i < $n; $i++) $tickets[] = $api->genUserSig(sprintf('user-%04d', $i % 1024), (int) $expire);
$sign = (processor() - $begin) / $n;
$begin = processor();
foreach ($tickets as $i => $ticket) {
  if (!$api->verifySig($ticket, sprintf('user-%04d', $i % 1024), $time, $lifetime, $error)) throw new Exception($error);
}
echo json_encode([$sign, (processor() - $begin) / $n]);
