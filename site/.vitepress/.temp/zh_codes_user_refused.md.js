import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"user_refused","description":"该 UserID 属于管理员，签发接口不为管理员签发票据.","frontmatter":{"title":"user_refused","description":"该 UserID 属于管理员，签发接口不为管理员签发票据.","code":"user_refused","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/user_refused.md","filePath":"zh/codes/user_refused.md"}');
const _sfc_main = { name: "zh/codes/user_refused.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="user_refused" tabindex="-1">user_refused <a class="header-anchor" href="#user_refused" aria-label="Permalink to &quot;user\\_refused&quot;">​</a></h1><p><a href="/usersig/codes/user_refused.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>该 UserID 属于管理员，签发接口不为管理员签发票据</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/user_refused.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const user_refused = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  user_refused as default
};
