import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"revoked","description":"isRevoked 或 notIssuedBefore 判定票据已作废.","frontmatter":{"title":"revoked","description":"isRevoked 或 notIssuedBefore 判定票据已作废.","code":"revoked","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/revoked.md","filePath":"zh/codes/revoked.md"}');
const _sfc_main = { name: "zh/codes/revoked.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="revoked" tabindex="-1">revoked <a class="header-anchor" href="#revoked" aria-label="Permalink to &quot;revoked&quot;">​</a></h1><p><a href="/usersig/codes/revoked.html">English</a> · <strong>中文</strong></p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>isRevoked 或 notIssuedBefore 判定票据已作废</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/revoked.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const revoked = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  revoked as default
};
