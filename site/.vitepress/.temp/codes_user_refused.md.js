import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"user_refused","description":"the UserID is that of an administrator.","frontmatter":{"title":"user_refused","description":"the UserID is that of an administrator.","code":"user_refused","prev":false,"next":false},"headers":[],"relativePath":"codes/user_refused.md","filePath":"codes/user_refused.md"}');
const _sfc_main = { name: "codes/user_refused.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="user_refused" tabindex="-1">user_refused <a class="header-anchor" href="#user_refused" aria-label="Permalink to &quot;user\\_refused&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/user_refused.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>the UserID is that of an administrator</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/user_refused.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const user_refused = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  user_refused as default
};
