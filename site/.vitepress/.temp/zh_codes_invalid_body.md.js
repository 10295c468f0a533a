import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_body","description":"请求体不是 JSON 对象，不完整，或者含有 roomId、strRoomId 以外的字段.","frontmatter":{"title":"invalid_body","description":"请求体不是 JSON 对象，不完整，或者含有 roomId、strRoomId 以外的字段.","code":"invalid_body","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_body.md","filePath":"zh/codes/invalid_body.md"}');
const _sfc_main = { name: "zh/codes/invalid_body.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_body" tabindex="-1">invalid_body <a class="header-anchor" href="#invalid_body" aria-label="Permalink to &quot;invalid\\_body&quot;">​</a></h1><p><a href="/usersig/codes/invalid_body.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>请求体不是 JSON 对象，不完整，或者含有 roomId、strRoomId 以外的字段</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_body.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_body = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_body as default
};
