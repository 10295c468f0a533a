/**
 * Hosts of the REST API, by the region of the application.
 * Source: tencentcloud.com/jp/document/product/1047/34620.
 */
const HOSTS = {
  china: 'console.tim.qq.com',
  singapore: 'adminapisgp.im.qcloud.com',
  korea: 'adminapikr.im.qcloud.com',
  japan: 'adminapijpn.im.qcloud.com',
  germany: 'adminapiger.im.qcloud.com',
  usa: 'adminapiusa.im.qcloud.com',
  indonesia: 'adminapiidn.im.qcloud.com',
} as const

/** Region of an application. */
export type RestRegion = keyof typeof HOSTS

export const REGIONS: readonly string[] = Object.keys(HOSTS)

/** @throws TypeError without a region */
export function originOf(region: RestRegion | undefined): string {
  if (region === undefined) throw new TypeError(`region is missing: pass one of ${REGIONS.join(', ')}`)
  return `https://${HOSTS[region]}`
}
