import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"revoked","description":"isRevoked or notIssuedBefore said so.","frontmatter":{"title":"revoked","description":"isRevoked or notIssuedBefore said so.","code":"revoked","prev":false,"next":false},"headers":[],"relativePath":"codes/revoked.md","filePath":"codes/revoked.md"}');
const _sfc_main = { name: "codes/revoked.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="revoked" tabindex="-1">revoked <a class="header-anchor" href="#revoked" aria-label="Permalink to &quot;revoked&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/revoked.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p><code>isRevoked</code> or <code>notIssuedBefore</code> said so</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/revoked.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const revoked = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  revoked as default
};
