import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"not_yet_valid","description":"it was issued in the future, by more than the tolerance. Set the clocks of the issuing and of the verifying machine.","frontmatter":{"title":"not_yet_valid","description":"it was issued in the future, by more than the tolerance. Set the clocks of the issuing and of the verifying machine.","code":"not_yet_valid","prev":false,"next":false},"headers":[],"relativePath":"codes/not_yet_valid.md","filePath":"codes/not_yet_valid.md"}');
const _sfc_main = { name: "codes/not_yet_valid.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="not_yet_valid" tabindex="-1">not_yet_valid <a class="header-anchor" href="#not_yet_valid" aria-label="Permalink to &quot;not\\_yet\\_valid&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/not_yet_valid.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>it was issued in the future, by more than the tolerance</p><p><strong>What to do:</strong> Set the clocks of the issuing and of the verifying machine.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/not_yet_valid.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const not_yet_valid = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  not_yet_valid as default
};
