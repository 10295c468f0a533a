import json
import sys
import time

folder, sdk_app_id, key, expire, n = sys.argv[1:]
sys.path.insert(0, folder)
import TLSSigAPIv2

api = TLSSigAPIv2.TLSSigAPIv2(int(sdk_app_id), key)
n = int(n)
begin = time.process_time()
for i in range(n):
    api.genUserSig("user-%04d" % (i % 1024), int(expire))
print(json.dumps([(time.process_time() - begin) * 1e6 / n]))
