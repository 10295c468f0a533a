import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"internal_error","description":"某个回调函数出错，或者凭据配置有误；详情见 onError.","frontmatter":{"title":"internal_error","description":"某个回调函数出错，或者凭据配置有误；详情见 onError.","code":"internal_error","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/internal_error.md","filePath":"zh/codes/internal_error.md"}');
const _sfc_main = { name: "zh/codes/internal_error.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="internal_error" tabindex="-1">internal_error <a class="header-anchor" href="#internal_error" aria-label="Permalink to &quot;internal\\_error&quot;">​</a></h1><p><a href="/usersig/codes/internal_error.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>某个回调函数出错，或者凭据配置有误；详情见 onError</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/internal_error.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const internal_error = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  internal_error as default
};
