import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unauthenticated","description":"authenticate 没有给出用户：尚未登录.","frontmatter":{"title":"unauthenticated","description":"authenticate 没有给出用户：尚未登录.","code":"unauthenticated","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/unauthenticated.md","filePath":"zh/codes/unauthenticated.md"}');
const _sfc_main = { name: "zh/codes/unauthenticated.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unauthenticated" tabindex="-1">unauthenticated <a class="header-anchor" href="#unauthenticated" aria-label="Permalink to &quot;unauthenticated&quot;">​</a></h1><p><a href="/usersig/codes/unauthenticated.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>authenticate 没有给出用户：尚未登录</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/unauthenticated.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unauthenticated = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unauthenticated as default
};
