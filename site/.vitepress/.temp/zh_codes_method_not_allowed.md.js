import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"method_not_allowed","description":"请求方法不是 POST.","frontmatter":{"title":"method_not_allowed","description":"请求方法不是 POST.","code":"method_not_allowed","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/method_not_allowed.md","filePath":"zh/codes/method_not_allowed.md"}');
const _sfc_main = { name: "zh/codes/method_not_allowed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="method_not_allowed" tabindex="-1">method_not_allowed <a class="header-anchor" href="#method_not_allowed" aria-label="Permalink to &quot;method\\_not\\_allowed&quot;">​</a></h1><p><a href="/usersig/codes/method_not_allowed.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>请求方法不是 POST</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/method_not_allowed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const method_not_allowed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  method_not_allowed as default
};
