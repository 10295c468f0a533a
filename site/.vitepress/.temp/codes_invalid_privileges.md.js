import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_privileges","description":"no preset, no privilege, no number from 0 to 255. Pass a preset such as \\"audience\\", an array of privilege names, or a number from 0 to 255.","frontmatter":{"title":"invalid_privileges","description":"no preset, no privilege, no number from 0 to 255. Pass a preset such as \\"audience\\", an array of privilege names, or a number from 0 to 255.","code":"invalid_privileges","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_privileges.md","filePath":"codes/invalid_privileges.md"}');
const _sfc_main = { name: "codes/invalid_privileges.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_privileges" tabindex="-1">invalid_privileges <a class="header-anchor" href="#invalid_privileges" aria-label="Permalink to &quot;invalid\\_privileges&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_privileges.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>no preset, no privilege, no number from 0 to 255</p><p><strong>What to do:</strong> Pass a preset such as &quot;audience&quot;, an array of privilege names, or a number from 0 to 255.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_privileges.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_privileges = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_privileges as default
};
