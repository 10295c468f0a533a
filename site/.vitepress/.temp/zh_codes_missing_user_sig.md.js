import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"missing_user_sig","description":"请求里没有 UserSig.","frontmatter":{"title":"missing_user_sig","description":"请求里没有 UserSig.","code":"missing_user_sig","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/missing_user_sig.md","filePath":"zh/codes/missing_user_sig.md"}');
const _sfc_main = { name: "zh/codes/missing_user_sig.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="missing_user_sig" tabindex="-1">missing_user_sig <a class="header-anchor" href="#missing_user_sig" aria-label="Permalink to &quot;missing\\_user\\_sig&quot;">​</a></h1><p><a href="/usersig/codes/missing_user_sig.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>请求里没有 UserSig</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/missing_user_sig.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const missing_user_sig = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  missing_user_sig as default
};
