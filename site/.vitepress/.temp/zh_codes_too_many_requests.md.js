import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"too_many_requests","description":"limit 返回了 { retryAfter }：该用户请求过于频繁，请按 Retry-After 稍后再试.","frontmatter":{"title":"too_many_requests","description":"limit 返回了 { retryAfter }：该用户请求过于频繁，请按 Retry-After 稍后再试.","code":"too_many_requests","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/too_many_requests.md","filePath":"zh/codes/too_many_requests.md"}');
const _sfc_main = { name: "zh/codes/too_many_requests.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="too_many_requests" tabindex="-1">too_many_requests <a class="header-anchor" href="#too_many_requests" aria-label="Permalink to &quot;too\\_many\\_requests&quot;">​</a></h1><p><a href="/usersig/codes/too_many_requests.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>limit 返回了 { retryAfter }：该用户请求过于频繁，请按 Retry-After 稍后再试</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/too_many_requests.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const too_many_requests = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  too_many_requests as default
};
